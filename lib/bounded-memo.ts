/** A memo of values by key. Above `max` values it is emptied, which is cheaper than an order of use. */
export function boundedMemo<Value>(max: number): (key: string, make: () => Value) => Value {
	const values = new Map<string, Value>()
	return (key, make) => {
		const known = values.get(key)
		if (known !== undefined) return known
		const made = make()
		if (values.size >= max) values.clear()
		values.set(key, made)
		return made
	}
}
