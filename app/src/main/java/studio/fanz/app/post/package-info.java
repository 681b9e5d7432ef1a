/// The post tab: a proposed title, text and hashtags.
package studio.fanz.app.post;
