const NAMED: ReadonlyMap<string, string> = new Map([
	['amp', '&'],
	['lt', '<'],
	['gt', '>'],
	['quot', '"'],
	['apos', "'"],
	['nbsp', ' '],
])

const CODE_POINT_MAX = 0x10ffff

/** `O&#39;Sullivan` as `O'Sullivan`, once over; what is no entity stays as it is. */
export function decodeEntities(text: string): string {
	return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (entity, hex, decimal, name) => {
		if (name) return NAMED.get(name.toLowerCase()) ?? entity
		const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
		return code > 0 && code <= CODE_POINT_MAX ? String.fromCodePoint(code) : entity
	})
}
