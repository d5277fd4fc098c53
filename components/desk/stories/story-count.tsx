import deskStyles from '@/components/desk/desk.module.css'
import styles from './stories.module.css'

type Props = { count: number; isFirst: boolean; isLast: boolean; filtered: boolean }

/** Number of stories on a page of the list, and whether others follow; counting them all would read them all. */
export function StoryCount(props: Props) {
	return <p className={`${deskStyles.soft} ${styles.count}`}>{countWords(props)}</p>
}

function countWords({ count, isFirst, isLast, filtered }: Props): string {
	const stories = `${count} ${filtered ? 'matching ' : ''}${count === 1 ? 'story' : 'stories'}`
	if (isFirst && isLast) return stories
	if (isLast) return `The oldest ${stories}`
	return isFirst
		? `The newest ${stories}; older ones follow on the next page`
		: `${stories}; older ones follow on the next page`
}
