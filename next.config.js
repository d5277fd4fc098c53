/** @type {import('next').NextConfig} */
const config = {
	// Native modules and exifr are not bundled: server, pages and scripts share one instance.
	serverExternalPackages: ['better-sqlite3', 'sharp', '@node-rs/argon2', 'exifr'],
	// Metadata is rendered in <head> for all clients; by default Next streams it into the body for browsers.
	htmlLimitedBots: /.*/,
	poweredByHeader: false,
	// Derivatives are created at upload; an optimiser per request would let clients cause unbounded work.
	images: { unoptimized: true },
	// The server around Next compresses each page once, for all readers.
	compress: false,
	// Types are checked by `npm run check`, not again by the build.
	typescript: { ignoreBuildErrors: true },
	devIndicators: false,
	experimental: {
		// Chunks follow the import graph, so that no page loads the styles of others. A request costs nothing, since the
		// server sends the style sheets of a reader page as one.
		cssChunking: { type: 'graph', requestCost: 0 },
		// Next keeps its responses in memory only, so that the service needs no write access to the build.
		isrFlushToDisk: false,
		// Photo upload at the desk: a file of 40 MB and the other fields.
		serverActions: { bodySizeLimit: '41mb' },
	},
}

export default config
