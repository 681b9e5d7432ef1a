package studio.fanz.core.asset;

/// What a file mainly is.
public enum AssetKind {
    VIDEO,
    AUDIO,
    IMAGE
}
