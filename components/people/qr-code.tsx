import { encode } from 'uqr'

/** White modules around the code; the standard asks for four. */
const QUIET_ZONE = 4

/** A QR code, black on white in both themes, since scanners need the contrast. */
export function QrCode({ text, label, className }: { text: string; label: string; className?: string }) {
	const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE })
	const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
	return (
		<svg className={className} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
			<rect width={size} height={size} fill="#fff" />
			<path d={path} fill="#000" shapeRendering="crispEdges" />
		</svg>
	)
}
