import type { Metadata } from 'next'
import { deskViewer, orErrorPage, parseId } from '@/app/desk/desk-viewer'
import { noticeIn, paramsIn, type Search } from '@/app/desk/notices'
import { listPath } from '@/app/desk/params'
import { headlineOf } from '@/app/desk/stories/headline'
import { previewLinkAction } from '@/app/desk/stories/preview/actions'
import { previewedArticle } from '@/app/desk/stories/preview/preview-article'
import { PageHead } from '@/components/desk/desk-frame'
import styles from '@/components/desk/stories/preview/preview.module.css'
import { PREVIEW_VIEWS, PreviewFrame, PreviewSwitch } from '@/components/desk/stories/preview/preview-frame'
import { PreviewLinks } from '@/components/desk/stories/preview/preview-links'
import { PrintFrame } from '@/components/desk/stories/preview/print-frame'
import { ShareCard } from '@/components/desk/stories/preview/share-card'
import { findStory, type StoryDraft } from '@/domain/articles/stories'
import { listPreviewLinks } from '@/domain/preview-links'
import { siteSettings } from '@/domain/settings'
import { env } from '@/lib/env'

type Props = { params: Promise<{ id: string }>; searchParams: Search }

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
	return { title: `Preview: ${await headlineOf((await params).id)}` }
}

/** Preview of the text in the story form, or of the newest saved one, as devices and link cards show it. */
export default async function PreviewPage({ params, searchParams }: Props) {
	const { id } = await params
	const deskUser = await deskViewer(`/desk/stories/${id}/preview`, 'write stories')
	const story = await orErrorPage(findStory(deskUser, parseId(id)))
	const search = await paramsIn(searchParams)
	const { article, token } = await orErrorPage(previewedArticle(deskUser, story.id, search.autosave))
	const settings = await siteSettings()
	const view = PREVIEW_VIEWS.find((each) => each === search.view) ?? 'phone'
	const theme = search.theme === 'dark' ? 'dark' : 'light'
	const query = (values: Record<string, string>) =>
		new URLSearchParams({ ...(token && { autosave: token }), ...values })
	const framePath = `/preview/story/${story.id}?${query({ theme: view === 'print' ? 'light' : theme })}`
	return (
		<>
			<PageHead title="Preview" headline={article.headline}>
				<a href={listPath(`/desk/stories/${story.id}/links`, { autosave: token })}>Check its links</a>
				<a href={`/desk/stories/${story.id}`}>Back to the story</a>
			</PageHead>
			<p className={styles.facts}>
				{token ? 'The text as you were writing it, not saved yet.' : savedWords(story)}
			</p>
			<PreviewSwitch
				view={view}
				theme={theme}
				pathOf={(each, colours) =>
					`/desk/stories/${story.id}/preview?${query({ view: each, theme: colours })}`
				}
				framePath={framePath}
			/>
			{view === 'card' && (
				<ShareCard article={article} siteName={settings.siteName} host={new URL(env.siteUrl).host} />
			)}
			{view === 'print' && <PrintFrame framePath={framePath} />}
			{view !== 'card' && view !== 'print' && <PreviewFrame view={view} framePath={framePath} />}
			<PreviewLinks
				action={previewLinkAction}
				storyId={story.id}
				links={await listPreviewLinks(deskUser, story.id)}
				notice={await noticeIn(searchParams)}
				locale={settings}
			/>
		</>
	)
}

function savedWords({ state, changed }: StoryDraft): string {
	if (state === 'live')
		return changed ? 'The saved text, newer than what readers see.' : 'The saved text, which readers see.'
	if (state === 'scheduled')
		return changed ? 'The saved text, newer than what is scheduled.' : 'The saved text, as it is scheduled.'
	return 'The saved text, which is not published.'
}
