import type { Page } from '@playwright/test'
import { changePublicationDate } from '@/domain/articles/publish'
import { chooseRelated } from '@/domain/related/choose'
import { changeSeries } from '@/domain/series/change-series'
import { findPart, setPart } from '@/domain/series/set-part'
import { externalWriteNoticed, publish, signIn, viewerOf } from './test'

const LONG_WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'

/** Opens a page of the archive, with a story of March 2021. */
export const openArchive = (path: string) => async (page: Page) => {
	const { articleId } = await publish({ headline: LONG_WORD })
	await changePublicationDate(await viewerOf('editor'), articleId, new Date('2021-03-09T12:00Z'))
	await externalWriteNoticed()
	await page.goto(path)
}

type SeriesPages = { story: string; series: string; desk: string }

/** Opens the middle story of a series of three, the page of the series, or its form at the desk. */
export const openSeries = (which: keyof SeriesPages) => async (page: Page) => {
	const editor = await viewerOf('editor')
	const name = `${LONG_WORD.slice(0, 70)} ${crypto.randomUUID().slice(0, 8)}`
	const stories = [await publish({ headline: LONG_WORD }), await publish({}), await publish({})]
	for (const { articleId } of stories) await setPart(editor, articleId, { name, part: '' })
	const [first, middle] = stories
	if (!first || !middle) throw new Error('The stories were not made.')
	const { seriesId = 0 } = (await findPart(middle.articleId)) ?? {}
	await changeSeries(editor, seriesId, { name, description: `In three parts. ${LONG_WORD}` })
	await chooseRelated(editor, middle.articleId, first.slug)
	await externalWriteNoticed()
	if (which === 'desk') return signIn(page, 'owner', `/desk/series/${seriesId}`)
	await page.goto(`/news/${middle.slug}`)
	if (which !== 'series') return
	await page.getByRole('navigation', { name: 'Series' }).getByRole('link').first().click()
	await page.waitForURL('**/series/*')
}
