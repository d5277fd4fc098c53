// Fills the empty database of DATA_DIR or DATABASE_URL with stories, through the domain: it works on either database.
import { mkdirSync } from 'node:fs'
import { closeDatabase, migrate } from '@/db'
import { publishStory } from '@/domain/articles/publish'
import { startStory } from '@/domain/articles/save'
import { parseMarkdown } from '@/domain/body/markdown'
import { sentence } from '@/e2e/support/lorem'
import { randomFrom } from '@/e2e/support/random'
import { createStaff, storyFields } from '@/e2e/support/stories'
import { env } from '@/lib/env'

const PARAGRAPHS = 30
const WORDS = 20

const stories = Number(process.argv[2])
const random = randomFrom(stories)
mkdirSync(env.dataDir, { recursive: true })
await migrate()
const editor = await createStaff('editor')
for (let number = 1; number <= stories; number += 1) {
	const text = Array.from({ length: PARAGRAPHS }, () => sentence(random, WORDS)).join('\n\n')
	const fields = await storyFields(editor, {
		headline: `Generated story ${number}`,
		body: parseMarkdown(text),
	})
	const { articleId, revisionId } = await startStory(editor, fields)
	await publishStory(editor, articleId, { revisionId })
}
await closeDatabase()
