package studio.fanz.app.session;

import studio.fanz.core.asset.Asset;
import studio.fanz.core.review.Finding;

/// Something in the library that a person should look at.
///
/// @param asset   the recording
/// @param name    its name
/// @param finding the worst that was found in it
/// @param others  how many more findings it has
public record Need(Asset.Id asset, String name, Finding finding, int others) {}
