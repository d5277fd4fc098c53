import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LANGUAGES } from '@/lib/messages/languages'
import { messagesOf } from '@/lib/messages/messages'

test('scripts of the browser hold no catalogue', () => {
	const chunks = readdirSync('.next/static', { recursive: true, encoding: 'utf8' })
	const scripts = chunks.filter((name) => name.endsWith('.js'))
	expect(scripts.length).toBeGreaterThan(0)
	for (const name of scripts) {
		const script = readFileSync(join('.next/static', name), 'utf8')
		for (const language of LANGUAGES) {
			const { article, comments } = messagesOf(language)
			for (const text of [article.moreStories, comments.wordsKept]) expect(script, name).not.toContain(text)
		}
	}
})
