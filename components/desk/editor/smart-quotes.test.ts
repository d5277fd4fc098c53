import { expect, test } from 'vitest'
import { typographic } from '@/components/desk/editor/smart-quotes'

/** Applies the rules to a line typed one character at a time. */
function typed(line: string): string {
	let text = ''
	for (const sign of line) {
		text += sign
		const change = typographic(text)
		if (change) text = text.slice(0, -change.typed.length) + change.printed
	}
	return text
}

test.each([
	['"Open," she said.', '“Open,” she said.'],
	["It's the clerks' tea.", 'It’s the clerks’ tea.'],
	["He said ('so').", 'He said (‘so’).'],
	[`"'So,' he said," she said.`, '“‘So,’ he said,” she said.'],
	[`'"So," he said,' she said.`, '‘“So,” he said,’ she said.'],
	['—"Yes," he said—"no."', '—“Yes,” he said—“no.”'],
	['1914--1918', '1914–1918'],
	['a well-known man', 'a well-known man'],
	["the '90s and rock 'n' roll", 'the ’90s and rock ’n’ roll'],
	["rock 'N' roll, fish 'n chips", 'rock ’N’ roll, fish ’n chips'],
	[
		"'Tis the season; 'twas ever so. Get 'em, 'til dawn",
		'’Tis the season; ’twas ever so. Get ’em, ’til dawn',
	],
	["the 'emergency' and the 'nightly' news", 'the ‘emergency’ and the ‘nightly’ news'],
	["'90 per cent of voters' agreed", '‘90 per cent of voters’ agreed'],
	["the '20s were not 'the 1920s'", 'the ’20s were not ‘the 1920s’'],
	[`He is 5'10" tall, 6' 2½" in boots`, 'He is 5′10″ tall, 6′ 2½″ in boots'],
	[`a 12" record, 40' of rope`, 'a 12″ record, 40′ of rope'],
	[`"He is 5'10"," she said, "and was born in 1990"`, '“He is 5′10″,” she said, “and was born in 1990”'],
	["born 'in 1990'", 'born ‘in 1990’'],
	["in the 1990's", 'in the 1990’s'],
	["l'été d'une « grand-mère »", 'l’été d’une « grand-mère »'],
	['צה"ל אמר "שלום" לג\'ירף', 'צה״ל אמר “שלום” לג׳ירף'],
	['קריאה "ראשונה".', 'קריאה “ראשונה”.'],
	['他说："好"，又说"不"。', '他说：“好”，又说“不”。'],
])('converts %s', (line, result) => {
	expect(typed(line)).toBe(result)
})
