// Bundles the scripts of reader pages into one file whose name changes with its content.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const FOLDER = join(ROOT, 'public/islands')
const HASH_LENGTH = 10

/** The bundle as bytes; nothing is written. */
export async function bundleIslands() {
	const { outputFiles } = await build({
		absWorkingDir: ROOT,
		entryPoints: ['components/islands/main.ts'],
		bundle: true,
		minify: true,
		format: 'esm',
		// What browsers of 2020 read; in older ones the forms work without it.
		target: 'es2020',
		platform: 'browser',
		legalComments: 'none',
		charset: 'utf8',
		write: false,
	})
	return outputFiles[0].contents
}

/** Writes the bundle and its name, and removes what was there before. */
async function writeIslands() {
	const bundle = await bundleIslands()
	const name = `reader-${createHash('sha256').update(bundle).digest('hex').slice(0, HASH_LENGTH)}.js`
	mkdirSync(FOLDER, { recursive: true })
	for (const old of readdirSync(FOLDER)) if (old !== name) rmSync(join(FOLDER, old))
	writeFileSync(join(FOLDER, name), bundle)
	writeFileSync(join(FOLDER, 'manifest.json'), `${JSON.stringify({ reader: `/islands/${name}` })}\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeIslands()
