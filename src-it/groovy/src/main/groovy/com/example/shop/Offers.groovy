package com.example.shop

import com.example.groovy.Cookies
import com.example.groovy.Cookies.Category
import groovy.transform.CompileStatic

@CompileStatic
class Offers {

    static void main(String[] args) {
        String name = Cookies.OFFER_PREFIX + 'shoes'
        Set<Category> all = [Category.MARKETING] as Set
        println "${Cookies.SID} ${Cookies.isAllowed(name, [] as Set<Category>)} ${Cookies.isAllowed(name, all)}" +
                " ${Cookies.Consent.parse('').current} ${Cookies.categoryOf(name).get().id()}"
    }
}
