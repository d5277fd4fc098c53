/** Key for rate limits: the whole IPv4 address, also if mapped into IPv6, or the /64 prefix of IPv6. */
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

/** The wider network that one customer may own: the /24 of IPv4, the /48 of IPv6. */
export function widerIpNetwork(address: string): string {
	const network = ipNetwork(address)
	const [parts, separator] = network.includes(':') ? [network.split(':'), ':'] : [network.split('.'), '.']
	return parts.slice(0, 3).join(separator)
}
