/** Browsers by their token in a User-Agent; the first match counts, since most name Chrome or Safari as well. */
const BROWSERS: [token: RegExp, name: string][] = [
	[/\bEdg(?:e|A|iOS)?\//, 'Edge'],
	[/\b(?:OPR|Opera)\//, 'Opera'],
	[/\bSamsungBrowser\//, 'Samsung Internet'],
	[/\bVivaldi\//, 'Vivaldi'],
	[/\b(?:Firefox|FxiOS)\//, 'Firefox'],
	[/\b(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
	[/\bVersion\/.*\bSafari\//, 'Safari'],
	[/^Lynx\//, 'Lynx'],
	[/^w3m\//, 'w3m'],
]

const SYSTEMS: [token: RegExp, name: string][] = [
	[/\biPhone\b/, 'iPhone'],
	[/\biPad\b/, 'iPad'],
	[/\bAndroid\b/, 'Android'],
	[/\bWindows\b/, 'Windows'],
	[/\bMac(?:intosh|OS| OS X)/, 'macOS'],
	[/\bCrOS\b/, 'ChromeOS'],
	[/\bLinux\b|\bX11\b/, 'Linux'],
]

/** Browser and system of a User-Agent in words, such as “Firefox on Linux”; null if it names neither. */
export function deviceWords(userAgent: string | null): string | null {
	const browser = nameIn(BROWSERS, userAgent ?? '')
	const system = nameIn(SYSTEMS, userAgent ?? '')
	if (browser && system) return `${browser} on ${system}`
	return browser ?? (system ? `A browser on ${system}` : null)
}

const nameIn = (names: [RegExp, string][], userAgent: string): string | null =>
	names.find(([token]) => token.test(userAgent))?.[1] ?? null
