import type { Metadata } from 'next'
import { cache } from 'react'
import { deskViewer, orErrorPage } from '@/app/desk/desk-viewer'
import { noticeIn, type Search } from '@/app/desk/notices'
import {
	changeAccessAction,
	changeProfileAction,
	changeRoleAction,
	makePasswordLinkAction,
} from '@/app/desk/people/actions'
import { profilePhotos } from '@/app/desk/people/profile-photos'
import { removeAction } from '@/app/desk/trash/actions'
import { PageHead } from '@/components/desk/desk-frame'
import { PageNotice } from '@/components/desk/form/page-notice'
import { AccessPanel } from '@/components/desk/people/access-panel'
import { PasswordPanel } from '@/components/desk/people/password-panel'
import styles from '@/components/desk/people/people.module.css'
import { PersonFacts } from '@/components/desk/people/person-facts'
import { ProfileForm } from '@/components/desk/people/profile-form'
import { RolePanel } from '@/components/desk/people/role-panel'
import { RemovePanel } from '@/components/desk/trash/remove-panel'
import { mayChange, type StaffViewer } from '@/domain/permissions'
import { findTrace } from '@/domain/person-access'
import { findProfile, type Profile } from '@/domain/profiles'
import { listFormerNames } from '@/domain/public-name'
import { siteSettings } from '@/domain/settings'
import { findUses } from '@/domain/trash/trash'
import { rolesUpTo } from '@/lib/roles'

type Props = { params: Promise<{ id: string }>; searchParams: Search }

const load = cache(async (id: string) => {
	const deskUser = await deskViewer(`/desk/people/${encodeURIComponent(id)}`, 'manage people')
	return { deskUser, profile: await orErrorPage(findProfile(deskUser, id)) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	return { title: (await load((await params).id)).profile.person.name }
}

export default async function PersonPage({ params, searchParams }: Props) {
	const { deskUser, profile } = await load((await params).id)
	const { person } = profile
	const trace = await findTrace(deskUser, person.id)
	const notice = await noticeIn(searchParams)
	return (
		<>
			<PageHead title={person.name}>
				{(person.role !== 'reader' || trace.stories > 0) && (
					<a href={`/people/${person.slug}`} className={styles.jump}>
						See the page
					</a>
				)}
			</PageHead>
			{notice && <PageNotice text={notice} className={styles.passed} />}
			<div className={styles.page}>
				<Public
					deskUser={deskUser}
					profile={profile}
					hasPage={person.role !== 'reader' || trace.stories > 0}
				/>
				<div className={styles.side}>
					<PersonFacts
						person={person}
						formerNames={await listFormerNames(deskUser, person.id)}
						trace={trace}
						locale={await siteSettings()}
					/>
					{mayChange(deskUser, person.role) ? (
						<Controls deskUser={deskUser} profile={profile} trace={trace} />
					) : (
						<p className={styles.soft}>Only people with the role of {person.role} may change this person.</p>
					)}
				</div>
			</div>
		</>
	)
}

type PublicProps = { deskUser: StaffViewer; profile: Profile; hasPage: boolean }

async function Public({ deskUser, profile: { person, fields }, hasPage }: PublicProps) {
	if (!hasPage || !mayChange(deskUser, person.role)) return null
	return (
		<ProfileForm
			id="profile"
			action={changeProfileAction}
			fields={fields}
			photos={await profilePhotos(deskUser, fields.photoId)}
			person={person.id}
			kinds={person.email === null}
			notice={null}
			submit="Save profile"
		/>
	)
}

type ControlsProps = {
	deskUser: StaffViewer
	profile: Profile
	trace: { comments: number }
}

async function Controls({ deskUser, profile: { person }, trace }: ControlsProps) {
	const own = person.id === deskUser.person.id
	return (
		<>
			<RolePanel person={person} roles={rolesUpTo(deskUser.person.role)} action={changeRoleAction} />
			{!own && person.email && !person.disabledAt && (
				<PasswordPanel person={person} action={makePasswordLinkAction} />
			)}
			{!own && <AccessPanel person={person} comments={trace.comments} action={changeAccessAction} />}
			{!own && (
				<RemovePanel
					kind="person"
					id={person.id}
					uses={await findUses(deskUser, 'person', person.id)}
					effect={`The profile leaves the site${person.email ? ', and signing in ends' : ''}.`}
					action={removeAction}
				/>
			)}
		</>
	)
}
