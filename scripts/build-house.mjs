// Bundles the server into one file of plain JavaScript, so that a start compiles nothing.
import { build } from 'esbuild'

const HOUSE = '.next/house.mjs'

await build({
	entryPoints: ['scripts/serve.ts'],
	bundle: true,
	packages: 'external',
	format: 'esm',
	platform: 'node',
	target: 'node20',
	outfile: HOUSE,
	logLevel: 'warning',
})
