// @vitest-environment jsdom
import { getSchema } from '@tiptap/core'
import { DOMParser as DocumentParser } from '@tiptap/pm/model'
import { describe, expect, test } from 'vitest'
import { EXTENSIONS } from '@/components/desk/editor/extensions'
import { cleanedPaste } from '@/components/desk/editor/paste'
import { declarations } from '@/components/desk/editor/paste-styles'
import { toMarkdown } from '@/domain/body/markdown'
import { parseBody } from '@/domain/body/validate'

const schema = getSchema(EXTENSIONS)

/** The Markdown of a paste after the editor's schema has parsed it. */
function pasted(html: string): string {
	const page = new DOMParser().parseFromString(cleanedPaste(html).html, 'text/html')
	return toMarkdown(parseBody(DocumentParser.fromSchema(schema).parse(page.body).toJSON()))
}

const notice = (html: string): string => cleanedPaste(html).notice

const WORD_COMMENTED = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang=EN-GB>
<!--StartFragment--><p class=MsoNormal>The mayor <a style='mso-comment-reference:AB_1;mso-comment-date:20191010T1000'>took
the money</a><span class=MsoCommentReference><span style='font-size:8.0pt'><a class=msocomanchor id="_anchor_1"
href="#_msocom_1" language=JavaScript name="_msoanchor_1">[AB1]</a><span style='mso-special-character:comment'>&nbsp;</span></span></span>,
<del cite="mailto:ab" datetime="2019-10-10T10:00">it is said</del><ins cite="mailto:ab">two people say</ins>.<span
style='display:none;mso-hide:all'>Not for print.</span><o:p></o:p></p>
<div style='mso-element:comment-list'><![if !supportAnnotations]><hr class=msocomoff align=left size=1 width="33%"><![endif]>
<div style='mso-element:comment'><div id="_com_1" class=msocomtxt language=JavaScript><span style='mso-comment-author:"AB"'></span>
<p class=MsoCommentText><span class=MsoCommentReference>&nbsp;<a class=msocomoff href="#_msoanchor_1">[AB1]</a></span>Is this libel? Check with the lawyer.</p></div></div>
</div><!--EndFragment--></body></html>`

const GOOGLE_COMMENTED = `<meta charset="utf-8"><p dir="ltr"><span>The mayor took the money</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup><span>.</span></p>
<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Is this libel?</span></p></div>`

describe('cleanedPaste', () => {
	test.each([
		[
			'Word',
			WORD_COMMENTED,
			'The mayor took the money, two people say.',
			'1 comment, 1 deleted passage, 1 hidden passage were left out.',
		],
		['Google Docs', GOOGLE_COMMENTED, 'The mayor took the money.', '1 comment was left out.'],
	])('a %s paste reports omitted comments, deletions and hidden text', (_name, html, text, said) => {
		expect(pasted(html)).toBe(text)
		expect(notice(html)).toBe(said)
	})

	test('the notice counts omitted pictures, videos and pages', () => {
		const html = `<p>One<img src="a.jpg"></p><figure><picture><img src="data:x"></picture><figcaption>The quay</figcaption></figure>
			<svg><path/></svg><video src=x></video><iframe src="https://example.org"></iframe><img width="1" height="1" src=x>
			<img alt="😀" src=x><img alt="🇫🇷" src=x><p>Two</p>`
		expect(pasted(html)).toBe('One\n\nThe quay\n\n😀🇫🇷\n\nTwo')
		expect(notice(html)).toBe(
			'3 pictures, 1 video or sound, 1 embedded page were left out. Pictures come in through “Photograph”.',
		)
		expect(notice('<p>Only <b>words</b></p>')).toBe('')
	})

	test('relative links survive only when copied from the editor', () => {
		expect(pasted('<p><a href="/wiki/Pier">pier</a></p>')).toBe('pier')
		expect(pasted('<p data-pm-slice="1 1 []"><a href="/news/pier">pier</a></p>')).toBe('[pier](/news/pier)')
	})

	test('the notice counts converted tables', () => {
		const html = '<table><tr><td>Day</td><td>High</td></tr><tr><td>Friday</td><td>4.1</td></tr></table>'
		expect(pasted(html)).toBe('Day · High\n\nFriday · 4.1')
		expect(notice(html)).toBe('1 table is written out, a paragraph for each row.')
	})

	test.each([
		['10<sup>6</sup> units per m<sup>2</sup> of CO<sub>2</sub>', '10⁶ units per m² of CO₂'],
		['10<sup>-6</sup>, 10<sup>−2.5</sup>, x<sup>n+1</sup>, a<sub>i</sub>', '10⁻⁶, 10⁻².⁵, xⁿ⁺¹, aᵢ'],
		['PM<sub>2.5</sub>, H<sub>2</sub>SO<sub>4</sub>, <b>m<sup>3</sup></b>', 'PM₂.₅, H₂SO₄, **m³**'],
		[
			'the 1<sup>st</sup>, 1<sup>er</sup> mai, XIX<sup>e</sup> siècle, M<sup>me</sup> X',
			'the 1st, 1er mai, XIXe siècle, Mme X',
		],
		['Square<sup>TM</sup>, said<sup>[1]</sup>', 'Square™, said[1]'],
		['2<sup>k</sup> and x<sub>max</sub>', '2^(k) and x_(max)'],
		['10<span style="font-size:0.6em;vertical-align:super">6</span>', '10⁶'],
		['2<sup>3<sup>2</sup></sup>', '2^(3²)'],
		['10<sup> 6</sup>', '10 ⁶'],
	])('superscript and subscript become Unicode: %s', (html, text) =>
		expect(pasted(`<p>${html}</p>`)).toBe(text),
	)

	test('the notice mentions superscript written as ^( )', () => {
		expect(notice('<p>2<sup>k</sup></p>')).toContain('^( )')
		expect(notice('<p>2<sup>3</sup></p>')).toBe('')
	})
})

const wordItem = (marker: string, text: string, font = '', level = 1) =>
	`<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='${font && `font-family:${font};`}mso-fareast-font-family:Calibri'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`

describe('pasted lists', () => {
	test.each(['·', 'o', '§', 'ü', 'Ø', 'q', 'v', 'n', '\uf0b7', '\uf0d8', '–', '■', 'J'])(
		'Word’s bullet “%s” makes a list',
		(sign) => {
			const html = wordItem(sign, 'one', 'Wingdings') + wordItem(sign, 'two', 'Wingdings', 2)
			expect(pasted(html)).toBe('- one\n- two')
		},
	)

	test.each(['ü', 'Ø', 'q', '§'])('an unmarked bullet “%s” in a symbol font makes a list', (sign) => {
		const item = (text: string) =>
			`<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='font-family:Wingdings'>${sign}<span>&nbsp;&nbsp;&nbsp;</span></span>${text}</p>`
		expect(pasted(item('one') + item('two'))).toBe('- one\n- two')
	})

	test('nested items of LibreOffice and Pages are kept', () => {
		expect(pasted('<ul><li><p>one</p><ul><li><p>two</p></li></ul></li><li><p>three</p></li></ul>')).toBe(
			'- one\n- two\n- three',
		)
	})

	test.each([
		[
			'of Word',
			wordItem('12.', 'May') + wordItem('13.', 'June') + wordItem('15.', 'August'),
			'12. May\n13. June\n\n%%\n\n15. August',
		],
		['of a page', '<ol start="12"><li>May</li><li>June</li></ol>', '12. May\n13. June'],
		['with bullets between', '<ol><li>a<ul><li>x</li></ul></li><li>b</li></ol>', '1. a\n\n- x\n\n2. b'],
		[
			'within another',
			'<ol><li>a<ol><li>x</li><li>y</li></ol></li><li>b</li></ol>',
			'1. a\n\n%%\n\n1. x\n2. y\n\n%%\n\n2. b',
		],
		['that begins with a year', '<ol start="2019"><li>The pier burned.</li></ol>', '2019. The pier burned.'],
		['by letters', '<ol type="a"><li>one</li><li><p>two</p></li></ol>', 'a. one\n\nb. two'],
		[
			'by letters in a style',
			'<ol><li style="list-style-type:lower-roman">one</li><li>two</li></ol>',
			'i. one\n\nii. two',
		],
		[
			'by letters in Word',
			wordItem('a)', 'one') + wordItem('iv.', 'two') + wordItem('2.1', 'three'),
			'a) one\n\niv. two\n\n2.1 three',
		],
	])('a list %s keeps its numbers', (_name, html, text) => expect(pasted(html)).toBe(text))

	test('words are not taken for list numbers', () => {
		expect(
			pasted('<p class=MsoListParagraph>Mr. Smith went.</p><p class=MsoListParagraph>o meu amigo</p>'),
		).toBe('Mr. Smith went.\n\no meu amigo')
	})
})

test('declarations matches whole property names', () => {
	expect(declarations('mso-bidi-font-weight:normal').get('font-weight')).toBeUndefined()
	expect(declarations('mso-bidi-font-weight:normal;FONT-WEIGHT: Bold ;').get('font-weight')).toBe('bold')
	expect(declarations('font-weight:700 !important').get('font-weight')).toBe('700')
	expect(declarations('background:url(https://example.org/a);color:red').get('color')).toBe('red')
	expect(declarations('').size).toBe(0)
})
