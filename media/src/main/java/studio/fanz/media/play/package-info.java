/// Playing a recording for somebody who watches: picture and sound together, in process.
package studio.fanz.media.play;
