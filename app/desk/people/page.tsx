import type { Metadata } from 'next'
import { deskViewer } from '@/app/desk/desk-viewer'
import { noticeIn, paramsIn, type Search } from '@/app/desk/notices'
import { listPath } from '@/app/desk/params'
import { Empty, PageHead } from '@/components/desk/desk-frame'
import formStyles from '@/components/desk/form/form.module.css'
import { PageNotice } from '@/components/desk/form/page-notice'
import { ListPages } from '@/components/desk/list-pages'
import styles from '@/components/desk/people/people.module.css'
import { PeopleFilter } from '@/components/desk/people/people-filter'
import { PeopleList } from '@/components/desk/people/people-list'
import { isPeopleGroup, listPeople, type PeopleGroup } from '@/domain/people-list'

export const metadata: Metadata = { title: 'People' }

const PATH = '/desk/people'

export default async function PeoplePage({ searchParams }: { searchParams: Search }) {
	const deskUser = await deskViewer(PATH, 'manage people')
	const { group: typed = '', query = '', past = '' } = await paramsIn(searchParams)
	const group = isPeopleGroup(typed) ? typed : 'newsroom'
	const list = await listPeople(deskUser, { group, query, past: past || null })
	const notice = await noticeIn(searchParams)
	const filter = { group: group === 'newsroom' ? '' : group, query }
	return (
		<>
			<PageHead title="People">
				<p className={styles.actions}>
					<a href="/desk/people/new" className={formStyles.plain}>
						New author
					</a>
					<a href="/desk/people/invitations" className={formStyles.primary}>
						Invite a colleague
					</a>
				</p>
			</PageHead>
			{notice && <PageNotice text={notice} className={styles.passed} />}
			<PeopleFilter group={group} query={query} />
			{list.people.length > 0 ? (
				<PeopleList people={list.people} group={group} />
			) : (
				<Nothing group={group} filtered={query !== ''} continued={past !== ''} />
			)}
			<ListPages
				label="Pages of people"
				first={past ? { href: listPath(PATH, filter), label: 'Beginning of the list' } : null}
				next={
					list.past ? { href: listPath(PATH, { ...filter, past: list.past }), label: 'More names' } : null
				}
			/>
		</>
	)
}

const EMPTY: Record<PeopleGroup, { title: string; words: string }> = {
	newsroom: { title: 'Nobody works here yet.', words: 'Invite the first colleague.' },
	authors: {
		title: 'No author without an account.',
		words: 'Guests and contributors who never sign in can stand over stories all the same.',
	},
	organisations: {
		title: 'No organisation yet.',
		words: 'An agency or a desk can stand over stories, with a page and a box of its own.',
	},
	readers: {
		title: 'No reader has an account yet.',
		words: 'Readers make accounts to comment under their name.',
	},
	disabled: {
		title: 'Nobody is disabled.',
		words: 'A disabled person cannot sign in, and what was written stays.',
	},
}

function Nothing({
	group,
	filtered,
	continued,
}: {
	group: PeopleGroup
	filtered: boolean
	continued: boolean
}) {
	if (continued)
		return (
			<Empty title="No more names.">
				<p>The list ends here.</p>
			</Empty>
		)
	if (filtered)
		return (
			<Empty title="Nobody matches.">
				<p>
					Try fewer letters, or <a href={listPath(PATH, { group })}>show all of them</a>.
				</p>
			</Empty>
		)
	return (
		<Empty title={EMPTY[group].title}>
			<p>{EMPTY[group].words}</p>
		</Empty>
	)
}
