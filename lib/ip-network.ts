/** IPv4 whole, also inside IPv6; IPv6 by the half that one connection is given. */
export function ipNetwork(address: string): string {
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
	if (mapped || !address.includes(':')) return mapped ?? address
	const [head = '', tail] = address.split('::')
	const left = head ? head.split(':') : []
	const right = tail ? tail.split(':') : []
	const groups =
		tail === undefined
			? left
			: [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
	return groups
		.slice(0, 4)
		.map((group) => group.replace(/^0+(?=.)/, '').toLowerCase())
		.join(':')
}

/** What one provider gives to one customer at most: IPv4 by its /24, IPv6 by its /48. */
export function widerIpNetwork(address: string): string {
	const network = ipNetwork(address)
	const [parts, separator] = network.includes(':') ? [network.split(':'), ':'] : [network.split('.'), '.']
	return parts.slice(0, 3).join(separator)
}
