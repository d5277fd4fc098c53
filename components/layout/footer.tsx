import { signInPath } from '@/components/people/sign-in-path'
import type { SectionName } from '@/domain/articles/views'
import { Appearance } from './appearance'
import styles from './footer.module.css'

type Props = {
	site: { siteName: string; tagline: string }
	sections: SectionName[]
	person: string | null
	/** Return path after signing in. */
	path?: string
	/** Path of the page itself, where it differs from `path`. */
	here?: string
}

export function Footer({ site, sections, person, path, here }: Props) {
	return (
		<footer className={styles.footer}>
			<div className={styles.inner}>
				<p className={styles.name} dir="auto">
					<a href="/">{site.siteName}</a>
				</p>
				{site.tagline && <p dir="auto">{site.tagline}</p>}
				<nav aria-label="At the foot of the page">
					<ul className={styles.links}>
						{sections.map(({ slug, name }) => (
							<li key={slug}>
								<a href={`/sections/${slug}`} dir="auto">
									{name}
								</a>
							</li>
						))}
						<li>
							<a href={person ? '/account' : signInPath(path)}>{person ? 'Your account' : 'Sign in'}</a>
						</li>
						<li>
							<a href="#content">Back to the top</a>
						</li>
					</ul>
				</nav>
				<Appearance back={here ?? path ?? '/'} />
			</div>
		</footer>
	)
}
