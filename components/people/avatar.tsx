import { Picture } from '@/components/photos/picture'
import type { Byline } from '@/domain/articles/views'
import { Initials } from './initials'
import styles from './initials.module.css'

/** Portrait or logo, always printed beside the name; initials without one. */
export function Avatar({ person: { name, picture } }: { person: Pick<Byline, 'name' | 'picture'> }) {
	if (!picture) return <Initials name={name} />
	return (
		<span className={styles.portrait}>
			<Picture photo={{ ...picture, alt: '' }} sizes="3.5rem" small />
		</span>
	)
}
