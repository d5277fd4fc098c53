import { ListPages } from '@/components/desk/list-pages'
import type { RevisionRow } from '@/domain/articles/history'

type Props = { storyId: number; revisions: RevisionRow[]; total: number }

/** Links to the newest versions and to those before the last one shown. */
export function HistoryPages({ storyId, revisions, total }: Props) {
	const path = `/desk/stories/${storyId}/history`
	const isNewest = revisions[0]?.number === total
	const last = revisions.at(-1)?.number ?? 1
	return (
		<ListPages
			label="Pages of the history"
			first={isNewest ? null : { href: path, label: 'Newest versions' }}
			next={last > 1 ? { href: `${path}?before=${last}`, label: 'Earlier versions' } : null}
		/>
	)
}
