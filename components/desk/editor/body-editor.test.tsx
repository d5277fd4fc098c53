import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { BodyEditor } from '@/components/desk/editor/body-editor'
import { parseMarkdown } from '@/domain/body/markdown'

test('without scripts the editor is a textarea with help', () => {
	const text = '## One & *two*'
	const html = renderToStaticMarkup(
		<BodyEditor name="body" initialText={text} initialBody={parseMarkdown(text)} photos={[]} />,
	)
	expect(html).toMatch(/<textarea[^>]* name="bodyText"[^>]*>## One &amp; \*two\*<\/textarea>/)
	expect(html).toContain('<summary>')
	expect(html).not.toContain('<button')
	expect(html).not.toContain('bodyJson')
})
