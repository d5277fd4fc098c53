/**
 * First segments of addresses that pages cannot have: routes of the site, files that programs ask for, and names that
 * a later release may use.
 */
export const RESERVED_SLUGS: readonly string[] = `
	_next accessibility account ads api appearance apple-touch-icon archive archives atom authors comments complaints corrections decisions desk error feed
	feed.atom feed.json feed.ninjs.json feed.xml feeds follow fonts healthz icon icon.svg invitation invitations islands join latest live login logout manifest media moods most
	news newsletter oembed password people photographs preview previews public rating reading-list replies reports reset robots rss search section sections series service-worker.js
	session sessions share sign-in sign-out sign-up site sitemap start static stored-data stories story subscribe tag tags topics
	transparency trust unsubscribe verify webhooks welcome well-known favicon.ico robots.txt sitemap.xml atom.xml index.xml rss.xml
`
	.trim()
	.split(/\s+/)
