/// What is done to sound and picture on the way out, as plans and as libavfilter text: levels, colours, places. Pure.
package studio.fanz.media.effect;
