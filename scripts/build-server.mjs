// Bundles the server and its write worker into one JavaScript file each, so that a start needs no compiler.
import { build } from 'esbuild'

await build({
	entryPoints: { server: 'server/main.ts', 'write-worker': 'server/write-worker-main.ts' },
	bundle: true,
	packages: 'external',
	format: 'esm',
	platform: 'node',
	target: 'node20',
	jsx: 'automatic',
	// The style sheets of parts are in Next's build.
	loader: { '.css': 'empty' },
	outdir: '.next',
	outExtension: { '.js': '.mjs' },
	logLevel: 'warning',
})
