'use client'

import formStyles from '@/components/desk/form/form.module.css'
import { useForm } from '@/components/desk/form/form-context'
import styles from './edit-conflict.module.css'

type Props = {
	storyId: number | undefined
	/** Keeps what was typed since on the server, before the page is left. */
	onMerge: () => Promise<void>
}

/** The way to the merge page after a stale save. */
export function EditConflict({ storyId, onMerge }: Props) {
	const stale = useForm().state.story?.stale
	if (!stale?.merge || !storyId) return null
	const { by, at, merge } = stale
	return (
		<section className={styles.stale} aria-labelledby="stale-title">
			<h2 id="stale-title">Two versions of this story</h2>
			<p>
				Yours is in the form below, whole. <bdi>{by}</bdi> saved another at {at}; it is in{' '}
				<a href={`/desk/stories/${storyId}/history`} target="_blank" rel="noopener">
					the story’s history
				</a>{' '}
				(in a new tab). Both can be put together, paragraph by paragraph.
			</p>
			<p>
				<a
					href={merge}
					className={formStyles.primary}
					onClick={(event) => {
						event.preventDefault()
						void onMerge().then(() => window.location.assign(merge))
					}}
				>
					Put both texts together
				</a>
			</p>
		</section>
	)
}
