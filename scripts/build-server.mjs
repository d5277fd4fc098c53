// Bundles the server, its write worker and the command line into one file each, so that they start without a compiler.
import { build } from 'esbuild'
import { stampServer } from './ensure-built.mjs'

const { metafile } = await build({
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
	jsx: 'automatic',
	// The style sheets of parts are in Next's build.
	loader: { '.css': 'empty' },
	outdir: '.next',
	outExtension: { '.js': '.mjs' },
	logLevel: 'warning',
	metafile: true,
})
stampServer(Object.keys(metafile.inputs))
