import { ListPages } from '@/components/desk/list-pages'

type Props = {
	/** URLs of the first and the next page of the list; null where there is none. */
	start: string | null
	more: string | null
	oldestFirst: boolean
	isSearch: boolean
}

export function MoreComments({ start, more, oldestFirst, isSearch }: Props) {
	const others = oldestFirst ? 'later comments' : 'earlier comments'
	return (
		<ListPages
			label="Pages of comments"
			first={start ? { href: start, label: oldestFirst ? 'Oldest comments' : 'Newest comments' } : null}
			next={more ? { href: more, label: isSearch ? `Search ${others}` : `Show ${others}` } : null}
		/>
	)
}
