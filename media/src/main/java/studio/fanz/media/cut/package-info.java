/// Cutting exactly: which packets are copied, which edges are encoded, what the finished file must be. Pure but for the
/// recipe, which works through the `Splicer` port.
package studio.fanz.media.cut;
