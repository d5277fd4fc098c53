import {
	AD_COOKIE,
	APPEARANCE_COOKIE,
	ISLANDS_COOKIE,
	READER_COOKIE,
	RECENT_WRITE_COOKIE,
	SESSION_COOKIE,
} from '@/lib/cookies'
import { sign } from '@/lib/signing'

/** A marker stored in no page; a response that contains it has echoed the request. */
export const EVIL = 'evil-9926.example'

const signedReader = (value: string) => sign('reader', value)

/** `Cookie` headers as browsers, proxies and attackers may alter them. */
export const COOKIE_VARIATIONS: [name: string, line: (own: string) => string][] = [
	['none', () => ''],
	['an empty line', () => ' '],
	['only separators', () => ';;; ;'],
	['own, twice', (own) => `${own}; ${own}`],
	['own, without spaces', (own) => own.replaceAll('; ', ';')],
	['own, encoded', (own) => own.replaceAll('.', '%2E')],
	['own, in quotes', (own) => own.replace(/=([^;]+)/g, '="$1"')],
	['own, by another name', (own) => own.replaceAll('square-', 'Square-')],
	['own, cut short', (own) => own.slice(0, -3)],
	['own after a made-up reader', (own) => `${READER_COOKIE}=made-up.x; ${own}`],
	['own before a made-up reader', (own) => `${own}; ${READER_COOKIE}=made-up.x`],
	['own before an empty reader', (own) => `${own}; ${READER_COOKIE}=`],
	['own before a made-up session', (own) => `${own}; ${SESSION_COOKIE}=made-up`],
	['own after a made-up session', (own) => `${SESSION_COOKIE}=made-up; ${own}`],
	['own before an empty session', (own) => `${own}; ${SESSION_COOKIE}=`],
	['own beside a host-only name', (own) => `${own}; __Host-${READER_COOKIE}=x; __Secure-x=y`],
	['own, with a recent write', (own) => `${own}; ${RECENT_WRITE_COOKIE}=1`],
	['own, with scripts', (own) => `${own}; ${ISLANDS_COOKIE}=1`],
	['own, with an odd scripts cookie', (own) => `${own}; ${ISLANDS_COOKIE}`],
	['own, oversized', (own) => `${own}; filler=${'x'.repeat(12_000)}`],
	['own, beyond all limits', (own) => `${own}; filler=${'x'.repeat(20_000)}`],
	[
		'own among a hundred',
		(own) => `${Array.from({ length: 100 }, (_, n) => `c${n}=${n}`).join('; ')}; ${own}`,
	],
	['bytes that are no text', (own) => `${own}; a=\xff\xfe\x80`],
	['signs that encode badly', (own) => `${own}; a=%ff%zz; b=%E0%A4%A; __proto__=1; constructor=2`],
	['an unknown reader', () => `${READER_COOKIE}=${signedReader('00000000-0000-4000-8000-000000000000')}`],
	['a reader signed for something else', () => `${READER_COOKIE}=${sign('ad', '1')}`],
	['a reader with markup for a name', () => `${READER_COOKIE}=${signedReader(`<script src=//${EVIL}>`)}`],
	['a closed advertisement, made up', (own) => `${own}; ${AD_COOKIE}=1.made-up`],
	['an unknown advertisement', (own) => `${own}; ${AD_COOKIE}=${sign('ad', '999999')}`],
	['an advertisement with a line end', (own) => `${own}; ${AD_COOKIE}=1%0d%0aX-Canary:${EVIL}`],
	...[
		'dark.large',
		'light.small',
		'system.larger',
		'system.normal',
		'dark.',
		'x.y',
		'%22%3E%3Cb%3E.large',
	].map((appearance): (typeof COOKIE_VARIATIONS)[number] => [
		`the appearance ${appearance}`,
		(own) => `${own}; ${APPEARANCE_COOKIE}=${appearance}`,
	]),
	['two appearances', (own) => `${APPEARANCE_COOKIE}=dark.large; ${own}; ${APPEARANCE_COOKIE}=light.small`],
]
