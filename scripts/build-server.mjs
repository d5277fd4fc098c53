// Bundles the server's two threads into a file each of plain JavaScript, so that a start compiles nothing.
import { build } from 'esbuild'

await build({
	entryPoints: { server: 'server/main.ts', 'write-worker': 'server/write-worker-main.ts' },
	bundle: true,
	packages: 'external',
	format: 'esm',
	platform: 'node',
	target: 'node20',
	outdir: '.next',
	outExtension: { '.js': '.mjs' },
	logLevel: 'warning',
})
