import { deskTime, type Locale } from '@/components/desk/desk-time'
import type { BlamedBlock } from '@/domain/articles/blame'
import styles from './paragraph-list.module.css'

type Props = { storyId: number; blocks: BlamedBlock[]; locale: Locale }

/** The paragraphs of a story; consecutive ones of a version share its name, number and date. */
export function ParagraphList({ storyId, blocks, locale }: Props) {
	const groups: BlamedBlock[][] = []
	for (const block of blocks) {
		const last = groups.at(-1)
		const isSame = last?.[0]?.origin.number === block.origin.number && last[0].isOlder === block.isOlder
		if (last && isSame) last.push(block)
		else groups.push([block])
	}
	return (
		<ol className={styles.groups}>
			{groups.map((group, index) => {
				const [first] = group
				if (!first) return null
				const { origin, isOlder } = first
				return (
					// biome-ignore lint/suspicious/noArrayIndexKey: groups are never reordered.
					<li key={index}>
						<p className={styles.origin}>
							<bdi>{origin.savedBy ?? 'Somebody'}</bdi>
							<span>
								<a href={`/desk/stories/${storyId}/history/${origin.number}`}>Version {origin.number}</a>
								{isOlder && ' or before'},{' '}
								<time dateTime={origin.savedAt.toISOString()}>{deskTime(origin.savedAt, locale)}</time>
							</span>
						</p>
						<div className={styles.text}>
							{group.map(({ text }, place) => (
								// biome-ignore lint/suspicious/noArrayIndexKey: paragraphs may repeat and are never reordered.
								<p key={place} dir="auto">
									{text}
								</p>
							))}
						</div>
					</li>
				)
			})}
		</ol>
	)
}
