import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll } from 'vitest'

/** Packages with native code, which load it from where they lie. */
const NATIVE = ['@node-rs/argon2', 'better-sqlite3', 'sharp', 'esbuild']
/** Some packages are CommonJS and call `require`. */
const REQUIRE = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`

/**
 * Compiles a program, with its packages, for the tests that start it in a process of its own, and returns its
 * path: `tsx` would compile it at every start. It lies inside the project, where it finds native packages.
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
