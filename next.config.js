const SAFETY = [
	{ key: 'X-Content-Type-Options', value: 'nosniff' },
	// Addresses of the desk and one-time links stay in the house.
	{ key: 'Referrer-Policy', value: 'same-origin' },
	{
		key: 'Content-Security-Policy',
		value: "frame-ancestors 'none'; base-uri 'none'; object-src 'none'; form-action 'self'",
	},
]

// The name changes with the content.
const FOR_EVER = { key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }

/** @type {import('next').NextConfig} */
const config = {
	// Native modules and the database stay outside the bundle: one instance for server, pages and scripts.
	serverExternalPackages: ['better-sqlite3', 'sharp', '@node-rs/argon2', 'exifr'],
	// Metadata belongs in <head> for every reader, not streamed after it for browsers with scripts.
	htmlLimitedBots: /.*/,
	poweredByHeader: false,
	// Derivatives are made once at upload; an optimiser on request would be a machine for hire.
	images: { unoptimized: true },
	headers: async () => [
		{ source: '/:path*', headers: SAFETY },
		{ source: '/islands/reader-:hash.js', headers: [FOR_EVER] },
	],
	// Types are checked once, by `npm run check`.
	typescript: { ignoreBuildErrors: true },
	devIndicators: false,
	experimental: {
		// Reader pages carry their own styles and none of the desk's.
		cssChunking: 'graph',
		// A photograph upload at the desk: 20 MB and the form around it.
		serverActions: { bodySizeLimit: '21mb' },
	},
}

export default config
