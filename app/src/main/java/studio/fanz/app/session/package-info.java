/// What several screens share: the open recording, running work, notices, commands, preferences, and the ports behind
/// which the use cases stand. Properties belong to the FX thread; no scene types.
package studio.fanz.app.session;
