/** @type {import('next').NextConfig} */
const config = {
	// Native modules and the database stay outside the bundle: one instance for server, pages and scripts.
	serverExternalPackages: ['better-sqlite3', 'sharp', '@node-rs/argon2', 'exifr'],
	// Metadata belongs in <head> for every reader, not streamed after it for browsers with scripts.
	htmlLimitedBots: /.*/,
	poweredByHeader: false,
	// Derivatives are made once at upload; an optimiser on request would be a machine for hire.
	images: { unoptimized: true },
	// The server around Next compresses, once for all readers, and says of every answer what it may do.
	compress: false,
	// Types are checked once, by `npm run check`.
	typescript: { ignoreBuildErrors: true },
	devIndicators: false,
	experimental: {
		// Reader pages carry their own styles and none of the desk's.
		cssChunking: 'graph',
		// A photograph upload at the desk: 40 MB and the form around it.
		serverActions: { bodySizeLimit: '41mb' },
	},
}

export default config
