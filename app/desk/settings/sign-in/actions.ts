'use server'

import { deskAction } from '@/app/desk/desk-action'
import { resetFactors } from '@/domain/factors/factors'
import { requireRecentSignIn } from '@/domain/recent-sign-in'
import { changeSignInRule } from '@/domain/sign-in-rule'

const PAGE = '/desk/settings/sign-in'

export const changeSignInRuleAction = deskAction(async (viewer, { text }) => {
	requireRecentSignIn(viewer)
	await changeSignInRule(viewer, text('staffMustUse'))
	return { path: PAGE, notice: 'saved' }
})

export const resetFactorsAction = deskAction(async (viewer, { text }) => {
	requireRecentSignIn(viewer)
	await resetFactors(viewer, text('person'))
	return { path: PAGE, notice: 'factorsReset' }
})
