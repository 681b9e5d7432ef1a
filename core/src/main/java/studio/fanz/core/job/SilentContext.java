package studio.fanz.core.job;

/// Says nothing and never stops.
enum SilentContext implements JobContext {
    INSTANCE;

    @Override
    public void report(Progress progress) {}

    @Override
    public void checkpoint() {}

    @Override
    public Registration onCancel(Runnable stop) {
        return () -> {};
    }
}
