/**
 * A singleton on `globalThis`, created at the first call; one a thread. Pages, routes and the server are separate
 * module graphs, each of which would have its own copy of a module variable.
 */
export function singleton<T>(name: string, make: () => T): T {
	const store = globalThis as unknown as Record<symbol, T | undefined>
	const key = Symbol.for(`public-square.${name}`)
	store[key] ??= make()
	return store[key]
}
