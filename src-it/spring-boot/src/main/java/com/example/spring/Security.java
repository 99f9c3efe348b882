package com.example.spring;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** An application that is closed but for its public pages. */
@Configuration
class Security {

    @Bean
    SecurityFilterChain filterChain(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests
                        .requestMatchers("/cookie-charter/**", "/.well-known/gpc.json").permitAll()
                        .requestMatchers("/", "/home", "/cookies", "/visit").permitAll()
                        .anyRequest().authenticated())
                .headers(headers -> headers.contentSecurityPolicy(policy ->
                        policy.policyDirectives("default-src 'self'; script-src 'self' https://stats.example.org")))
                .formLogin(Customizer.withDefaults())
                .build();
    }
}
