/**
 * One value for the whole process, made at the first call. Pages, routes and the server run in separate
 * module graphs, so a plain module variable would exist once in each of them.
 */
export function singleton<T>(name: string, make: () => T): T {
	const store = globalThis as unknown as Record<symbol, T | undefined>
	const key = Symbol.for(`public-square.${name}`)
	store[key] ??= make()
	return store[key]
}
