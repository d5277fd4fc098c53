import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Empty, PageHead } from '@/components/desk/desk-frame'
import formStyles from '@/components/desk/form/form.module.css'
import { StoryFilter } from '@/components/desk/stories/story-filter'
import { StoryList } from '@/components/desk/stories/story-list'
import { listSections } from '@/domain/articles/lists'
import { listStories } from '@/domain/articles/stories'
import { listAuthors } from '@/domain/people'
import { can } from '@/domain/permissions'
import { siteSettings } from '@/domain/settings'
import { deskViewer } from './desk-viewer'
import { paramsIn, type Search } from './notices'

export const metadata: Metadata = { title: 'Stories' }

export default async function StoriesPage({ searchParams }: { searchParams: Search }) {
	const deskUser = await deskViewer('/desk')
	// Moderators cannot write stories; their start page is the comments.
	if (!can(deskUser, 'write stories')) redirect('/desk/comments')
	const { query, state, section, author } = await paramsIn(searchParams)
	const filter = { query, state, section, author }
	const stories = await listStories(deskUser, filter)
	return (
		<>
			<PageHead title="Stories">
				<a href="/desk/stories/new" className={formStyles.primary}>
					New story
				</a>
			</PageHead>
			<StoryFilter filter={filter} sections={await listSections()} authors={await listAuthors()} />
			{stories.length > 0 ? (
				<StoryList stories={stories} locale={await siteSettings()} />
			) : (
				<EmptyList filtered={Object.values(filter).some(Boolean)} />
			)}
		</>
	)
}

function EmptyList({ filtered }: { filtered: boolean }) {
	if (filtered)
		return (
			<Empty title="No story matches.">
				<p>
					Try fewer words, or <a href="/desk">show all stories</a>.
				</p>
			</Empty>
		)
	return (
		<Empty title="An empty desk, and a good place to begin.">
			<p>
				Start with a headline, even a working one. Nobody outside the newsroom sees a story before it is
				published.
			</p>
		</Empty>
	)
}
