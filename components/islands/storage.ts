/** Local storage may be absent or blocked. */
export function stored<T>(use: (storage: Storage) => T): T | undefined {
	try {
		return use(localStorage)
	} catch {
		return undefined
	}
}
