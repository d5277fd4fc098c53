// Bundles the server, its write worker and the command line into one file each, so that they start without a compiler.
import { build } from 'esbuild'
import { stampServer } from './ensure-built.mjs'

await build({
	entryPoints: {
		server: 'server/main.ts',
		'write-worker': 'server/write-worker-main.ts',
		square: 'cli/main.ts',
	},
	bundle: true,
	packages: 'external',
	format: 'esm',
	platform: 'node',
	target: 'node20',
	outdir: '.next',
	outExtension: { '.js': '.mjs' },
	logLevel: 'warning',
})
stampServer()
