/// The controls nobody sells: they know no screen, no use case and no port.
package studio.fanz.app.control;
