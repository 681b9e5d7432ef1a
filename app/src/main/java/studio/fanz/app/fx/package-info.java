/// The way to the FX thread. Nothing else may call `Platform.runLater`.
package studio.fanz.app.fx;
