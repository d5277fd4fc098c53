import type { Source } from '@/domain/articles/views'
import styles from './foot.module.css'

/** `Source AP/RT/VOA`; each source with a URL is a link. */
export function Sources({ sources, label }: { sources: Source[]; label: string }) {
	if (sources.length === 0) return null
	return (
		<p className={styles.note}>
			<span className={styles.label} dir="auto">
				{label}
			</span>{' '}
			{sources.map(({ name, url }, index) => [
				index > 0 && '/',
				url ? (
					<a key={`${name} ${url}`} href={url} rel="noopener" dir="auto">
						{name}
					</a>
				) : (
					<bdi key={name}>{name}</bdi>
				),
			])}
		</p>
	)
}
