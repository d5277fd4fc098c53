import { Avatar } from '@/components/people/avatar'
import { Bio } from '@/components/people/bio'
import { ProfileLinks } from '@/components/people/profile-links'
import type { Byline } from '@/domain/articles/views'
import styles from './foot.module.css'

/** Box about the authors of a story; renders null for a story without a byline. */
export function AboutAuthors({ bylines, title }: { bylines: Byline[]; title: string }) {
	if (bylines.length === 0) return null
	return (
		<section className={styles.about} aria-labelledby="about-author">
			<h2 className={styles.label} id="about-author" dir="auto">
				{title}
			</h2>
			{bylines.map((author) => (
				<Author key={author.slug} author={author} />
			))}
		</section>
	)
}

function Author({ author }: { author: Byline }) {
	const { slug, name, bio, callToAction } = author
	return (
		<div className={styles.author}>
			<Avatar person={author} />
			<div>
				<p className={styles.authorName} dir="auto">
					<a href={`/people/${slug}`}>{name}</a>
				</p>
				{(bio.length > 0 || callToAction) && (
					<p className={styles.bio} dir="auto">
						<Bio author={author} />
					</p>
				)}
				<ProfileLinks author={author} />
			</div>
		</div>
	)
}
