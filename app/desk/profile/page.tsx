import type { Metadata } from 'next'
import { deskViewer } from '@/app/desk/desk-viewer'
import { noticeIn, type Search } from '@/app/desk/notices'
import { profilePhotos } from '@/app/desk/people/profile-photos'
import { PageHead } from '@/components/desk/desk-frame'
import styles from '@/components/desk/people/people.module.css'
import { ProfileForm } from '@/components/desk/people/profile-form'
import { findProfile } from '@/domain/profiles'
import { changeOwnProfileAction } from './actions'

export const metadata: Metadata = { title: 'Your profile' }

export default async function OwnProfilePage({ searchParams }: { searchParams: Search }) {
	const deskUser = await deskViewer('/desk/profile')
	const { fields } = await findProfile(deskUser, deskUser.person.id)
	return (
		<>
			<PageHead title="Your profile">
				<a href={`/people/${fields.slug}`} className={styles.jump}>
					See your page
				</a>
			</PageHead>
			<div className={styles.page}>
				<ProfileForm
					id="profile"
					action={changeOwnProfileAction}
					fields={fields}
					photos={await profilePhotos(deskUser, fields.photoId)}
					person={deskUser.person.id}
					kinds={false}
					notice={await noticeIn(searchParams)}
					submit="Save profile"
				/>
				<section className={styles.section} aria-labelledby="account-heading">
					<h2 id="account-heading">Your account</h2>
					<p className={styles.soft}>
						Readers see your profile on your page and under your stories. Your e-mail address and password are
						on <a href="/account">your account</a>; an admin can change your role.
					</p>
				</section>
			</div>
		</>
	)
}
