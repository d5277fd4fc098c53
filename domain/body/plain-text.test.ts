import { expect, test } from 'vitest'
import { parseMarkdown } from '@/domain/body/markdown'
import { photoIdsOf, plainText } from '@/domain/body/plain-text'

const body = parseMarkdown(
	'One **bold** word\n\n## Two\n\n> Three\n> — Four\n\n- five\n- six\n\n---\n\n![](photo:3)\n\n![own](photo:3)\n\n![](photo:2)\n\n@[Seven](https://example.org)',
)

test('plain text is in reading order', () => {
	expect(plainText(body, (figure) => figure.attrs.caption || 'its caption')).toBe(
		'One bold word\nTwo\nThree\nFour\nfive\nsix\nits caption\nown\nits caption\nSeven',
	)
})

test('photographs are listed once', () => expect(photoIdsOf(body)).toEqual([3, 2]))
