import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll } from 'vitest'

/** Packages with native code, loaded from node_modules. */
const NATIVE = ['@node-rs/argon2', 'better-sqlite3', 'sharp', 'esbuild']
/** Defines `require` for bundled CommonJS packages. */
const REQUIRE = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`

/**
 * Bundles a test program that runs in its own process or thread, and returns its path; `tsx` would compile it at
 * every start. The bundle is inside the project, so that native packages resolve.
 */
export function compiled(entry: string): string {
	const program = resolve(`node_modules/.cache/${entry.replace(/\W+/g, '-')}-${process.pid}.mjs`)
	beforeAll(async () => {
		await build({
			entryPoints: [entry],
			outfile: program,
			bundle: true,
			external: NATIVE,
			banner: { js: REQUIRE },
			platform: 'node',
			format: 'esm',
		})
	})
	afterAll(() => rmSync(program))
	return program
}
